/** The sizes of paper that offices have. */
export const papers = ['a4', 'letter'] as const

/** One of them. */
export type Paper = (typeof papers)[number]

/** Width and height in points, upright. */
export const paperSizes: Readonly<Record<Paper, readonly [width: number, height: number]>> = {
  a4: [595, 842],
  letter: [612, 792],
}
