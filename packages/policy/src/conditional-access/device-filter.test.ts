import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DeviceFacts, toDeviceValues } from './device-facts.ts'
import { matchesDevice, readDeviceFilter } from './device-filter.ts'

const pixel: DeviceFacts = {
  deviceId: '9d6f0f39-5c5b-4d8d-9f0e-3f3f2a1b7c11',
  isCompliant: true,
  model: 'Pixel 9',
  operatingSystem: 'Android',
  physicalIds: ['[OrderId]:warehouse', '[GID]:g:1'],
  extensionAttributes: { extensionAttribute1: 'SAW' },
}

describe('finding devices by a rule', () => {
  test.each([
    ['device.model -eq "pixel 9"', true],
    ['device.model -ne "Pixel 9"', false],
    ['DEVICE.Model -StartsWith "Pix"', true],
    ['device.model -endsWith " 8"', false],
    ['device.model -notEndsWith " 8"', true],
    ['device.model -in ["Pixel 8", "Pixel 9"]', true],
    ["device.model -notIn ['Pixel 8','Pixel 9']", false],
    ['device.isCompliant -eq True', true],
    ['device.isCompliant -ne True', false],
    ['device.physicalIds -contains "[OrderId]:warehouse"', true],
    ['device.physicalIds -notContains "[ZTDId]"', true],
    ['device.extensionAttribute1 -eq "SAW"', true],
    ['device.model -eq "x" -or device.isCompliant -eq True -and device.operatingSystem -eq "Android"', true],
    ['(device.model -eq "x" or device.isCompliant -eq True) and device.operatingSystem -eq "iOS"', false],
    ['-not (device.model -eq "x")', true],
    ['not device.model -contains "ixe"', false],
  ])('%s', (rule, found) => {
    const filter = readDeviceFilter(rule)

    expect([
      matchesDevice(filter, toDeviceValues(pixel), 'include'),
      matchesDevice(filter, toDeviceValues(pixel), 'exclude'),
    ]).toEqual([found, found])
  })

  test.each([
    ['device.isCompliant -eq True', false],
    ['device.isCompliant -ne True', true],
    ['device.trustType -notIn ["AzureAD"]', true],
    ['-not (device.isCompliant -eq True)', true],
    ['device.isCompliant -ne True -or device.model -ne "x"', true],
  ])('of a device nothing is known of, %s includes it: %s, and never leaves it out', (rule, included) => {
    const filter = readDeviceFilter(rule)

    expect(matchesDevice(filter, toDeviceValues({}), 'include')).toBe(included)
    expect(matchesDevice(filter, toDeviceValues({}), 'exclude')).toBe(false)
  })

  test.each([
    ['', 'expected a property of devices, met the end'],
    ['device.colour -eq "red"', 'expected a property of devices, met device.colour'],
    ['device.model = "x"', 'expected an operator, met ='],
    ['device.model -match "x"', 'expected an operator, met -match'],
    ['device.model -eq x', 'expected a value, met x'],
    ['device.model -eq "x" device.model -eq "y"', 'expected the end, "and" or "or", met device.model'],
    ['(device.model -eq "x"', 'expected ")", met the end'],
    ['device.model -in "x"', 'expected "[", met "x"'],
    ['device.model -in []', 'expected a value, met ]'],
    ['device.isCompliant -contains "x"', 'expected -eq or -ne, met "x"'],
    ['device.isCompliant -eq "perhaps"', 'expected true or false, met the end'],
    ['device.model -eq "x', 'expected a value, met "'],
  ])('refuses %j', (rule, because) => {
    expect(() => readDeviceFilter(rule)).toThrow(new SyntaxError(because))
  })

  test.each([
    ['parentheses', '('.repeat(3072)],
    ['parentheses that close', `${'('.repeat(1500)}device.model -eq "a"${')'.repeat(1500)}`],
    ['negations', `${'not '.repeat(700)}device.model -eq "a"`],
  ])('refuses %s without end', (_, rule) => {
    expect(() => readDeviceFilter(rule)).toThrow(SyntaxError)
  })

  test('reads any text at all, or refuses it as what it is', () => {
    const words = fc.constantFrom(
      'device.model',
      '-eq',
      '"x"',
      '(',
      ')',
      'and',
      'or',
      '-not',
      '[',
      ',',
      ']',
      '"',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(words).map((each) => each.join(' ')),
        ),
        (rule) => {
          try {
            readDeviceFilter(rule)
          } catch (error) {
            return error instanceof SyntaxError
          }
          return true
        },
      ),
    )
  })
})
