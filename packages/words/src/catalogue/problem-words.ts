/** Who has to do something before it works. */
export type WhoCanFix = 'you' | 'helpDesk' | 'administrator' | 'operator'

/** What a person is told when something did not work. Plain words; nothing that tells a stranger who exists. */
export interface ProblemWords {
  /** What happened, in a few words. */
  readonly title: string
  /** Why, in a sentence or two. */
  readonly reason: string
  /** What to do now. */
  readonly next: string
  readonly whoCanFix: WhoCanFix
}
