/** What is told of something that browsers, systems, apps and programs say. */
export interface HelpProblem {
  /** What happened, in a few words. */
  readonly title: string
  /** Why, in a sentence or two. */
  readonly reason: string
  /** What to do now. */
  readonly next: string
}
