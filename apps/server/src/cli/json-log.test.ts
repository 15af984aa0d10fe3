import { describe, expect, test } from 'vitest'
import { jsonLog } from './json-log.ts'

function logged(write: (log: ReturnType<typeof jsonLog>) => void): Record<string, unknown>[] {
  const lines: string[] = []
  write(jsonLog('info', { write: (line) => void lines.push(line) }))
  return lines.map((line) => JSON.parse(line))
}

describe('writing the log', () => {
  test('says what is said to it, with the level by name and the time', () => {
    const [line] = logged((log) => log.info({ code: 'sign_in_failed', nested: { status: 401 } }, 'refused'))

    expect(line).toMatchObject({
      level: 'info',
      msg: 'refused',
      code: 'sign_in_failed',
      nested: { status: 401 },
    })
    expect(line?.['time']).toMatch(/^\d{4}-\d\d-\d\dT/)
  })

  test('writes no secret, at the top or one level below', () => {
    const [line] = logged((log) =>
      log.info(
        { password: 'one', headers: { cookie: 'two', 'set-cookie': ['three'], host: 'here' } },
        'oops',
      ),
    )

    expect(line).toMatchObject({ password: '…', headers: { cookie: '…', 'set-cookie': '…', host: 'here' } })
    expect(JSON.stringify(line)).not.toMatch(/one|two|three/)
  })

  test('writes an error with its message, its stack and its cause', () => {
    const error = new Error('the database is gone', { cause: new Error('the disk is full') })

    const [line] = logged((log) => log.error({ err: error }, 'fault'))

    expect(line).toMatchObject({
      err: { type: 'Error', message: expect.stringContaining('the database is gone') },
    })
    expect(JSON.stringify(line)).toContain('the disk is full')
  })
})
