import { describe, expect, test } from 'vitest'
import { CommandFault, readCommand } from './read-command.ts'

const read = (line: string) => readCommand(line.split(' ').filter((word) => word !== ''))

describe('reading a command', () => {
  test.each([
    ['', { name: 'help' }],
    ['--help', { name: 'help' }],
    ['add --help', { name: 'help' }],
    ['-v', { name: 'version' }],
    ['add id.example.com', { name: 'add', server: new URL('https://id.example.com/') }],
    [
      'add https://id.example.com/security-info --name desk',
      { name: 'add', server: new URL('https://id.example.com/'), deviceName: 'desk' },
    ],
    ['add http://localhost:3000', { name: 'add', server: new URL('http://localhost:3000/') }],
    ['list', { name: 'list' }],
    ['create', { name: 'create' }],
    ['create ada@juniper.example', { name: 'create', which: 'ada@juniper.example' }],
    ['delete 2', { name: 'delete', which: '2' }],
    ['scan --picture code.png', { name: 'scan', source: { kind: 'file', path: 'code.png' } }],
    ['answer', { name: 'answer', source: { kind: 'screen' } }],
    ['answer --camera', { name: 'answer', source: { kind: 'camera', device: '/dev/video0' } }],
    ['run --device /dev/video2', { name: 'run', source: { kind: 'camera', device: '/dev/video2' } }],
    ['run --linked', { name: 'run' }],
  ])('understands "%s"', (line, command) => {
    expect(read(line)).toEqual(command)
  })

  test.each([
    'make',
    'constructor',
    'add',
    'add http://id.example.com',
    'add ftp://localhost',
    'list everything',
    'delete 1 2',
    'list --screen',
    'run --picture code.png',
    'run --linked --camera',
    'answer --linked',
    'scan --screen --picture code.png',
    'scan --mirror',
  ])('does not understand "%s"', (line) => {
    expect(() => read(line)).toThrow(CommandFault)
  })
})
