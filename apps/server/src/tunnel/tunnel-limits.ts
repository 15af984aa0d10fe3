/** How much a tunnel service bears. */
export interface TunnelLimits {
  /** Bytes of one message. */
  readonly messageBytes: number
  /** Messages through one tunnel, both ways together. */
  readonly messages: number
  /** How long a tunnel lasts, whatever goes through it. */
  readonly tunnelSeconds: number
  /** How long an authenticator may wait to be contacted before it has to come again. */
  readonly listenSeconds: number
  /** Tunnels at a time. */
  readonly tunnels: number
  /** Sockets at a time from one address. A whole office may share one. */
  readonly socketsPerAddress: number
  /** What is kept of one who speaks before the other is there: a handshake has less than a hundred. */
  readonly earlyBytes: number
  /** What is kept of everybody's messages, in the whole process: early ones, half ones, and those a slow end has not taken. */
  readonly heldBytes: number
  /** Of that, for all who come from one address. */
  readonly heldBytesPerAddress: number
  /** Clients that wait for one authenticator. */
  readonly callsPerContact: number
  /** How often it is looked whether the other side still answers. */
  readonly pingSeconds: number
}

export const usualLimits: TunnelLimits = {
  messageBytes: 1 << 20,
  messages: 400,
  tunnelSeconds: 180,
  listenSeconds: 3_600,
  tunnels: 20_000,
  socketsPerAddress: 200,
  earlyBytes: 1 << 14,
  heldBytes: 1 << 27,
  heldBytesPerAddress: 1 << 24,
  callsPerContact: 4,
  pingSeconds: 30,
}

/** Bytes that may wait to be sent to somebody slow when more comes. The two take turns, so as a rule none do. */
export const mostBuffered = 1 << 18
