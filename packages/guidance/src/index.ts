/** What to show somebody who adds or uses a passkey, by what they hold in their hands and what the organisation allows. Pure; at home in a browser. */
export { type DeviceVerdict, judgeDevice, type PhoneNeeds, phoneNeeds } from './judge-device.ts'
export { readSystem, type System } from './read-system.ts'
export { readVisitor, type Visitor } from './visitor.ts'
