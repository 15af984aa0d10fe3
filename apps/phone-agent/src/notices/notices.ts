/** What calls somebody to the terminal, where everything is shown and decided. */
export interface Notices {
  /** Show one; where nothing can, nothing happens. @returns takes it back */
  show(notice: Notice): () => void
  /** Tell whether something would show it. */
  isThere(): Promise<boolean>
}

/** One line, and a sentence below it. It may stand on a locked screen. */
export interface Notice {
  readonly title: string
  readonly text: string
}

/** For somebody who wants none, or a machine without a desktop. */
export const noNotices: Notices = {
  show: () => () => undefined,
  isThere: async () => false,
}
