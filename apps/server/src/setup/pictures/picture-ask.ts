import type { SetupWords } from '@latchkey/words/setup'

/** What a picture is drawn with. */
export interface PictureAsk {
  /** In the reader's language. */
  readonly words: SetupWords['picture']
  /** What keeps the passkey, as its step names it; empty if it names nothing. */
  readonly name: string
  /** Ours, as a browser shows it. */
  readonly host: string
  /** Whose passkey it is in the pictures. */
  readonly account: string
}

/** Say what is on a picture, for people who listen. */
export function sayPicture({ words }: PictureAsk, screen: string, marked?: string): string {
  return marked === undefined ? words.plain({ screen }) : words.of({ screen, marked })
}
