import { describe, expect, test } from 'vitest'
import { mostImportLines, readPeopleFile } from './read-people-file.ts'

describe('reading a file of people', () => {
  test('takes columns by the names people give them', () => {
    const file = readPeopleFile(
      'User name;First Name;E-Mail;Groups;Account enabled\nANN@x.example;Ann;a@b.example;"Pilots; Sales";no\n',
    )

    expect(file).toEqual({
      readable: true,
      lines: [
        {
          line: 2,
          facts: {
            userName: 'ann@x.example',
            givenName: 'Ann',
            mail: 'a@b.example',
            groups: ['Pilots', 'Sales'],
            enabled: false,
          },
        },
      ],
    })
  })

  test.each([
    ['a b@x', 'userName'],
    ['', 'userName'],
    ['ann@x,maybe', 'enabled'],
    ['ann@x,yes,more', 'fields'],
  ])('says why %j is of no use', (line, reason) => {
    const file = readPeopleFile(`userName,enabled\n${line === '' ? '"",yes' : line}`)

    expect(file.readable && file.lines).toMatchObject([{ line: 2, reason }])
  })

  test('takes nobody twice', () => {
    const file = readPeopleFile('userName\nann@x\nANN@x')

    expect(file.readable && file.lines.map(({ reason }) => reason)).toEqual([undefined, 'twice'])
  })

  test.each([
    ['', 'empty'],
    ['userName', 'empty'],
    ['userName,colour\nann@x,red', 'column_unknown'],
    ['userName,upn\nann@x,b', 'column_twice'],
    ['name\nAnn', 'user_name_column_missing'],
    ['userName\n"ann@x', 'quote_not_closed'],
    [`userName\n${'a@x\n'.repeat(mostImportLines + 1)}`, 'too_many_lines'],
    ['x'.repeat(5_000_001), 'too_long'],
  ])('does not read a file that is wrong: %#', (text, because) => {
    expect(readPeopleFile(text)).toMatchObject({ readable: false, because })
  })
})
