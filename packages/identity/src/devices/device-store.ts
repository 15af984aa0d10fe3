/** A device that the organisation knows of. What is absent nobody has said. */
export interface Device {
  readonly tenantId: string
  /** Ours. */
  readonly objectId: string
  /** What the device calls itself, or who manages it: no other device of the organisation has it. */
  readonly deviceId: string
  readonly displayName: string
  readonly enabled: boolean
  readonly operatingSystem: string
  readonly operatingSystemVersion: string
  /** What whoever manages devices says. Without a word a device is neither. */
  readonly isManaged?: boolean
  readonly isCompliant?: boolean
  readonly createdAt: Date
}

/** The devices of an organisation. */
export interface DeviceStore {
  /** @throws IdentityRefusal `already_exists` if the device id is taken */
  insert(device: Device): Promise<void>
  /** Replace what is said of it; ids and the time stay. */
  put(device: Device): Promise<void>
  find(tenantId: string, objectId: string): Promise<Device | undefined>
  findByDeviceId(tenantId: string, deviceId: string): Promise<Device | undefined>
  /** By name. */
  list(tenantId: string): Promise<readonly Device[]>
  remove(tenantId: string, objectId: string): Promise<void>
}
