import { steps } from '../../portal/en/steps.ts'

const { camera, nearby } = steps

/** The guide, about a passkey that is asked for here and kept on a phone, over a QR code. */
export const twoDevices = {
  nearby: {
    title: nearby.title,
    lines: [nearby.bluetooth, nearby.internet, nearby.close],
    hint: nearby.lead,
  },
  pickPhoneWindows10: {
    title: 'Past Windows, to the code',
    lines: [
      'If a window of Windows asks for your PIN or a security key, cancel it: that is the wrong place.',
      'The browser shows its own window then. Choose “Use a phone or tablet”, or “iPhone, iPad, or Android device”.',
      'A QR code appears.',
    ],
    hint: 'Some versions call the way there “Use another device” or “a different security key”.',
  },
  pickPhoneWindows11: {
    title: 'Past Windows Hello, to the code',
    lines: [
      'Windows asks for your face, fingerprint or PIN. Do not confirm: choose “Use another device” or “Use a different security key” instead.',
      'Then choose “iPhone, iPad, or Android device” or “Use a phone, tablet, or security key”, and “Next”.',
      'A QR code appears.',
    ],
  },
  pickPhoneWindows23H2: {
    title: 'Past Windows Hello, to the code',
    lines: [
      'Windows asks where to save the passkey. If it asks for your face, fingerprint or PIN first, choose “Use another device”.',
      'Choose “iPhone, iPad, or Android device”, then “Next”.',
      'A QR code appears.',
    ],
  },
  pickPhoneSafari: {
    title: 'Past Touch ID, to the code',
    lines: [
      'Safari asks whether to save the passkey on this Mac. Click “Other options” or “Save on another device”.',
      'Choose “iPhone, iPad, or Android device”, then Continue. A QR code appears.',
    ],
  },
  pickPhoneChrome: {
    title: 'To the code',
    lines: [
      'If the browser wants to save the passkey on this computer, choose “Save another way” or “Use a different device”.',
      'Choose “Use a phone or tablet” or “iPhone, iPad, or Android device”. A QR code appears.',
    ],
  },
  pickPhoneFirefox: {
    title: 'To the code',
    lines: [
      'Firefox leaves this to the system, which asks where to save the passkey.',
      'Choose another device, then “iPhone, iPad, or Android device”. A QR code appears.',
    ],
  },
  scanIOS: { title: camera.title, lines: [camera.iOS], hint: 'Other scanners do not know this code.' },
  scanAndroid: {
    title: camera.title,
    lines: [camera.android],
    hint: 'Other scanners do not know this code.',
  },
  scanAny: { title: camera.title, lines: [camera.any], hint: 'Other scanners do not know this code.' },
  saveOnPhone: {
    title: 'Save it on the phone',
    lines: [
      'The phone asks whether to save a passkey. Continue, and confirm with your fingerprint, face or PIN.',
      'After a moment the computer goes on by itself.',
    ],
    hint: 'If the two do not find each other, switch Bluetooth off and on again on both, and scan once more.',
  },
}
