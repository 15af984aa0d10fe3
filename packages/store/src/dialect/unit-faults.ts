/**
 * A unit of work awaited something that is not its own `tx`: a timer, the network, a hash, another unit. On SQLite
 * everybody waits for the unit whose turn it is, so it was rolled back. A bug in the unit, never a person's doing.
 */
export class UnitStalled extends Error {
  override readonly name = 'UnitStalled'

  constructor() {
    super(
      'A unit of work awaited something other than its own tx and was rolled back. ' +
        'Do what takes time before `atomically`, or put it into the outbox.',
    )
  }
}

/** A unit of work went on after its end. Nothing can be written through it any more. */
export class UnitOver extends Error {
  override readonly name = 'UnitOver'

  constructor() {
    super('This unit of work is over: its tx can no longer be used.')
  }
}
