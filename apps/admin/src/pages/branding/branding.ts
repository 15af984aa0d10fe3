/** A logo as pages show it. */
export interface Logo {
  readonly address: string
  readonly width: number
  readonly height: number
}

/** For light pages, or for dark ones. */
export type Ground = 'light' | 'dark'

/** What an organisation looks like, as the API says it. */
export interface Branding {
  readonly accent: string | null
  readonly accentOnLight: string
  readonly accentOnDark: string
  readonly signInText: string | null
  readonly logos: Readonly<Record<Ground, Logo | null>>
}

export const brandingPath = '/latchkey/branding'
