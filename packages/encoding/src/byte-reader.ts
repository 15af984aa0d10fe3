/**
 * Reads a byte string from front to back. What it gives are views into the bytes, not copies. It never reads past
 * the end, so no parser built on it can.
 */
export class ByteReader {
  readonly #bytes: Uint8Array
  #offset = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  /** How many bytes are left. */
  get left(): number {
    return this.#bytes.length - this.#offset
  }

  /** How many bytes were read. */
  get offset(): number {
    return this.#offset
  }

  /**
   * Take the next `length` bytes.
   *
   * @throws RangeError if fewer are left.
   */
  take(length: number): Uint8Array {
    if (length < 0 || length > this.left) throw new RangeError(`${length} bytes wanted, ${this.left} left`)
    const start = this.#offset
    this.#offset = start + length
    return this.#bytes.subarray(start, this.#offset)
  }

  /**
   * Take an unsigned big-endian integer of 1 to 6 bytes.
   *
   * @throws RangeError if fewer bytes are left.
   */
  uint(length: 1 | 2 | 3 | 4 | 5 | 6): number {
    let value = 0
    for (const byte of this.take(length)) value = value * 256 + byte
    return value
  }

  /** Look at what is left, without taking it. */
  peek(): Uint8Array {
    return this.#bytes.subarray(this.#offset)
  }

  /**
   * Establish that nothing is left.
   *
   * @throws RangeError if something is.
   */
  end(): void {
    if (this.left > 0) throw new RangeError(`${this.left} bytes trail`)
  }
}
