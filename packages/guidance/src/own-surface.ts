/** Where an authenticator of ours runs: in the browser, on a phone as a web app, on a Linux phone. */
export interface OwnSurface {
  readonly surface: 'extension' | 'phoneApp' | 'agent'
  /** Where to get it. Absent: the organisation installs it. */
  readonly address?: string
}
