import type { TunnelCount } from '../tunnel/tunnel-service.ts'

/** What is counted. Kept in memory; Prometheus fetches it from `/metrics`. */
export interface Metrics {
  /** One attempt to sign in ended. `code` is a refusal's, or empty. */
  countSignIn(labels: { outcome: 'success' | 'failure' | 'interrupted'; method: string; code: string }): void
  /** One request was answered. `route` is the pattern, never the path. */
  observeRequest(labels: { method: string; route: string; status: number }, seconds: number): void
  /** One message of the outbox was sent, put off, or given up. */
  countMessage(labels: { kind: string; outcome: 'sent' | 'retried' | 'given_up' }): void
  /** What the tunnel service does; never what goes through it. */
  readonly tunnels: TunnelCount
  /** Everything, in Prometheus' text format. */
  render(): Promise<{ readonly contentType: string; readonly text: string }>
}
