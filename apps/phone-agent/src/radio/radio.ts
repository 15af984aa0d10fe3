/** The phone's radio, as far as a browser must hear it. */
export interface Radio {
  /**
   * Say something to whoever is near, over and over.
   *
   * @param serviceData of FIDO's 16-bit UUID, 0xFFF9: 20 bytes
   * @returns stops it
   * @throws RadioFault
   */
  advertise(serviceData: Uint8Array): Promise<() => Promise<void>>
  /** Tell whether there is one that could. */
  isThere(): Promise<boolean>
}

/** There is no radio, it is switched off, or it will not advertise. */
export class RadioFault extends Error {
  override readonly name = 'RadioFault'
}
