/** What a browser tells of itself beside `User-Agent`: Chromium and its kin do, the others do not. */
export interface ClientHints {
  /** `Android`, `Windows`, `macOS`, `Linux`, `Chrome OS`. */
  readonly platform?: string
  /** Of the system; on Windows it is not the number people know. */
  readonly platformVersion?: string
  /** Of the phone: `SM-S911B`, `Pixel 8`. */
  readonly model?: string
  readonly mobile?: boolean
  /** Names of the browser, without those that mean nothing. */
  readonly brands?: readonly string[]
}

/** The headers that are read: for `Accept-CH`, and for `Vary`. */
export const clientHintHeaders = [
  'Sec-CH-UA',
  'Sec-CH-UA-Mobile',
  'Sec-CH-UA-Model',
  'Sec-CH-UA-Platform',
  'Sec-CH-UA-Platform-Version',
] as const

/**
 * Read client hints from the headers of a request. What does not parse is passed over: a hint refines, and nothing rests
 * on it.
 *
 * @param headers by name, in small letters, as Node has them
 * @see https://wicg.github.io/ua-client-hints/#http-ua-hints
 */
export function readClientHints(headers: Readonly<Record<string, unknown>>): ClientHints {
  const said = (name: (typeof clientHintHeaders)[number]) => {
    const value = headers[name.toLowerCase()]
    return typeof value === 'string' ? value.slice(0, 512) : ''
  }
  const platform = readString(said('Sec-CH-UA-Platform'))
  const platformVersion = readString(said('Sec-CH-UA-Platform-Version'))
  const model = readString(said('Sec-CH-UA-Model'))
  const mobile = /^\?([01])$/.exec(said('Sec-CH-UA-Mobile'))?.[1]
  const brands = [...said('Sec-CH-UA').matchAll(/"([^"\\]{1,64})"\s*;\s*v="/g)].flatMap(([, name]) =>
    name === undefined || meaningless.test(name) ? [] : [name],
  )
  return {
    ...(platform && { platform }),
    ...(platformVersion && { platformVersion }),
    ...(model && { model }),
    ...(mobile !== undefined && { mobile: mobile === '1' }),
    ...(brands.length > 0 && { brands }),
  }
}

/** Browsers mix a name in that is none, so that nobody relies on the list: `Not)A;Brand`. */
const meaningless = /^\W*Not\W*A\W*Brand\W*$/i

/** A string of structured fields. @see https://www.rfc-editor.org/rfc/rfc9651#name-strings */
function readString(text: string): string | undefined {
  return /^\s*"([^"\\]{0,128})"\s*$/.exec(text)?.[1]
}
