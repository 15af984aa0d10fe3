import type { Person } from '../people/person.ts'
import type { Device } from './device-store.ts'

/** Where an authenticator of ours runs. */
export type DeviceSurface = 'extension' | 'phoneApp' | 'agent'

/** A device that has an authenticator of ours, for one person. */
export interface RegisteredDevice {
  readonly tenantId: string
  readonly deviceId: string
  /** Its entry in the directory. */
  readonly objectId: string
  /** Its owner. */
  readonly userId: string
  readonly surface: DeviceSurface
  /** That of the surface. */
  readonly aaguid: string
  /** As the app says: `1.2.3`. */
  readonly appVersion: string
  /** Where it keeps its own key, as far as it proved. */
  readonly evidence: 'software' | 'tpm'
  /** Its own key: SubjectPublicKeyInfo in DER, P-256. It signs attestations and requests, and is no passkey. */
  readonly publicKey: Uint8Array
  /** Of its newest certificate: lower-case hexadecimal. */
  readonly serialNumber: string
  readonly expiresAt: Date
  /** When its owner last proved themselves to register it. */
  readonly registeredAt: Date
  readonly lastSeenAt: Date
}

/** A registered device, what the directory says of it, and what its owner is called. */
export type KnownDevice = RegisteredDevice & {
  readonly entry: Device
  readonly owner: Pick<Person, 'userName' | 'displayName'>
}

/** A device's new certificate, the key that is in it, and when somebody proved themselves for that. */
export type NewCertificate = Pick<
  RegisteredDevice,
  'publicKey' | 'serialNumber' | 'expiresAt' | 'evidence' | 'registeredAt'
>

/** The devices that have an authenticator of ours. Whose entry is removed from the directory is gone here too. */
export interface RegisteredDeviceStore {
  /** Its entry is there already. */
  insert(device: RegisteredDevice): Promise<void>
  /** With its entry, in one statement. */
  find(tenantId: string, deviceId: string): Promise<KnownDevice | undefined>
  /** By name. */
  listOfPerson(tenantId: string, userId: string): Promise<readonly KnownDevice[]>
  /** All of an organisation, by name. */
  list(tenantId: string): Promise<readonly KnownDevice[]>
  /**
   * Keep a device's new certificate in place of its newest. Of two renewals at once one succeeds.
   *
   * @param former the serial number that the new one follows
   * @returns whether it was the newest still
   */
  putCertificate(
    tenantId: string,
    deviceId: string,
    former: string,
    certificate: NewCertificate,
  ): Promise<boolean>
  /** Note that it was heard of, and the version of its app. */
  putSeen(
    tenantId: string,
    deviceId: string,
    seen: { readonly at: Date; readonly appVersion: string },
  ): Promise<void>
}
