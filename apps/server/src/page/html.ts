const text = Symbol('html')

/** A piece of a page that is safe to send: everything in it that came from elsewhere is escaped. */
export interface Html {
  readonly [text]: string
}

/** What may stand in a template: nothing, text, numbers, other pieces, and lists of them. */
export type HtmlValue = Html | string | number | undefined | false | readonly HtmlValue[]

/**
 * Write a piece of a page. Values are escaped, unless they are pieces themselves. Attribute values stand in double
 * quotes; `false` and `undefined` write nothing.
 */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return trusted(strings.reduce((written, string, index) => written + toText(values[index - 1]) + string))
}

/** Take text as it is. Only for what is ours to the last letter: styles, scripts, JSON that `toDataBlock` has escaped. */
export function trusted(source: string): Html {
  return { [text]: source }
}

/** Write a value as the text that is sent. */
export function toText(value: HtmlValue): string {
  if (value === undefined || value === false) return ''
  if (typeof value === 'string')
    return value.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
  if (typeof value === 'number') return String(value)
  if (isList(value)) return value.map(toText).join('')
  return value[text]
}

/** Write data so that it cannot end the script element it stands in, whatever it is. */
export function toDataBlock(data: unknown): Html {
  return trusted(JSON.stringify(data).replaceAll('<', '\\u003c'))
}

function isList(value: HtmlValue): value is readonly HtmlValue[] {
  return Array.isArray(value)
}
