/** The admin centre, about devices. */
export const devices = {
  title: 'Devices',
  lead: 'What your device management says of them is what rules about devices look at.',
  compliant: 'Compliant',
  notCompliant: 'Not compliant',
  unknown: 'Not known',
  on: 'Switched on',
  off: 'Switched off',
  switchOn: 'Switch on',
  switchOff: 'Switch off',
  markCompliant: 'Mark compliant',
  markNotCompliant: 'Mark not compliant',
  remove: 'Remove',
  removeTitle: (values: { readonly name: string }) => `Remove “${values.name}”?`,
  removeLead: 'Rules that ask for a compliant device no longer let it in.',
  none: 'No device yet',
  noneLead: 'Your device management adds them through the API.',
}
