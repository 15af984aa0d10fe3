/**
 * What is known of the device somebody signs in on. What is absent is not known, and what is not known is never taken
 * for granted: nothing the browser itself says belongs here.
 */
export interface DeviceFacts {
  readonly deviceId?: string
  readonly displayName?: string
  readonly deviceOwnership?: 'Company' | 'Personal'
  readonly isCompliant?: boolean
  readonly manufacturer?: string
  readonly mdmAppId?: string
  readonly model?: string
  readonly operatingSystem?: string
  readonly operatingSystemVersion?: string
  readonly physicalIds?: readonly string[]
  readonly profileType?: string
  readonly systemLabels?: readonly string[]
  /** `AzureAD` joined to the organisation, `ServerAD` to its old domain, `Workplace` registered. */
  readonly trustType?: string
  readonly enrollmentProfileName?: string
  /** `extensionAttribute1` to `extensionAttribute15`. */
  readonly extensionAttributes?: Readonly<Record<string, string>>
}

/** What a property holds. */
export type DevicePropertyKind = 'text' | 'boolean' | 'list'

/** The properties that a device filter may speak of, by their names in small letters, and what each holds. */
export const deviceProperties: ReadonlyMap<string, DevicePropertyKind> = new Map<string, DevicePropertyKind>([
  ['deviceid', 'text'],
  ['displayname', 'text'],
  ['deviceownership', 'text'],
  ['iscompliant', 'boolean'],
  ['manufacturer', 'text'],
  ['mdmappid', 'text'],
  ['model', 'text'],
  ['operatingsystem', 'text'],
  ['operatingsystemversion', 'text'],
  ['physicalids', 'list'],
  ['profiletype', 'text'],
  ['systemlabels', 'list'],
  ['trusttype', 'text'],
  ['enrollmentprofilename', 'text'],
  ...Array.from({ length: 15 }, (_, at) => [`extensionattribute${at + 1}`, 'text'] as const),
])

/** What is known of a device, by the names of properties in small letters. */
export type DeviceValues = ReadonlyMap<string, string | boolean | readonly string[]>

/** Every property of a device that is known. */
export function toDeviceValues(device: DeviceFacts): DeviceValues {
  const { extensionAttributes = {}, ...properties } = device
  const values = new Map<string, string | boolean | readonly string[]>()
  for (const [name, value] of [...Object.entries(properties), ...Object.entries(extensionAttributes)]) {
    if (value !== undefined) values.set(name.toLowerCase(), value)
  }
  return values
}
