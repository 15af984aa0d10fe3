import { beforeEach, describe, expect, test, vi } from 'vitest'
import { ApiProblem } from './api-problem.ts'
import { newClient } from './new-client.ts'

const confirm = vi.fn<() => Promise<boolean>>()
const leave = vi.fn()
const asked = vi.fn<typeof fetch>()
const client = newClient({ base: '/admin/api/v1.0', fetch: asked, confirm, leave })

const answer = (status: number, body?: unknown) =>
  new Response(body === undefined ? null : JSON.stringify(body), {
    status,
    headers: { 'x-correlation-id': 'ref-1' },
  })
const refusal = (status: number, code: string) =>
  answer(status, { error: { code: 'Forbidden', message: 'No.', innerError: { code } } })

beforeEach(() => {
  asked.mockReset()
  confirm.mockReset()
  leave.mockReset()
})

const problemOf = async (doing: Promise<unknown>) => {
  const problem = await doing.catch((error: unknown) => error)
  if (!(problem instanceof ApiProblem)) throw new Error('it was no problem', { cause: problem })
  return problem
}

describe('asking the server', () => {
  test('sends JSON to the path below the base, and reads JSON', async () => {
    asked.mockResolvedValueOnce(answer(201, { id: '1' }))

    expect(await client.send('POST', '/groups', { body: { displayName: 'x' } })).toEqual({ id: '1' })

    const [url, init] = asked.mock.calls[0] ?? []
    expect(url).toBe('/admin/api/v1.0/groups')
    expect(init).toMatchObject({ method: 'POST', body: '{"displayName":"x"}' })
    expect(new Headers(init?.headers).get('content-type')).toBe('application/json')
  })

  test('takes an answer without a body', async () => {
    asked.mockResolvedValueOnce(answer(204))

    expect(await client.send('DELETE', '/groups/1')).toBeUndefined()
  })

  test('follows the link to the next page through its own base', async () => {
    asked.mockResolvedValueOnce(answer(200, { value: [] }))

    await client.next('https://id.example/v1.0/users?$skiptoken=a')

    expect(asked.mock.calls[0]?.[0]).toBe('/admin/api/v1.0/users?$skiptoken=a')
  })

  test.each([
    [
      'the code of the house',
      { error: { code: 'x', innerError: { code: 'not_permitted' } } },
      'not_permitted',
    ],
    ['the code of the API', { error: { code: 'badRequest' } }, 'badRequest'],
    ['a problem by its URN', { type: 'urn:latchkey:pass_expired', detail: 'It is over.' }, 'pass_expired'],
    ['something unreadable as a fault', 'gateway', 'fault'],
  ])('takes %s', async (_, body, code) => {
    asked.mockResolvedValueOnce(answer(400, body))

    expect(await problemOf(client.get('/x'))).toMatchObject({ code, status: 400, correlationId: 'ref-1' })
  })

  test('says so when the server cannot be reached', async () => {
    asked.mockRejectedValueOnce(new TypeError('Failed to fetch'))

    expect(await problemOf(client.get('/x'))).toMatchObject({ code: 'browser_offline', status: 0 })
  })

  test('a question that was taken back is no problem', async () => {
    const taken = new DOMException('aborted', 'AbortError')
    asked.mockRejectedValueOnce(taken)

    await expect(client.get('/x')).rejects.toBe(taken)
  })

  test.each(['session_ended', 'stronger_sign_in_needed'])('leaves the page for %s', async (code) => {
    asked.mockResolvedValueOnce(refusal(401, code))

    await problemOf(client.get('/x'))

    expect(leave).toHaveBeenCalledOnce()
  })
})

describe('changing something that needs a fresh proof', () => {
  test('asks the person, and then does it', async () => {
    asked
      .mockResolvedValueOnce(refusal(403, 'fresh_sign_in_needed'))
      .mockResolvedValueOnce(answer(200, { done: 1 }))
    confirm.mockResolvedValueOnce(true)

    expect(await client.send('PATCH', '/x', { body: {} })).toEqual({ done: 1 })

    expect(asked).toHaveBeenCalledTimes(2)
  })

  test('is refused when the person does not prove it, or it is not enough', async () => {
    asked.mockResolvedValueOnce(refusal(403, 'fresh_sign_in_needed'))
    confirm.mockResolvedValueOnce(false)
    expect(await problemOf(client.send('PATCH', '/x'))).toMatchObject({ code: 'fresh_sign_in_needed' })

    asked.mockImplementation(async () => refusal(403, 'fresh_sign_in_needed'))
    confirm.mockResolvedValueOnce(true)
    expect(await problemOf(client.send('PATCH', '/x'))).toMatchObject({ code: 'fresh_sign_in_needed' })

    expect(asked).toHaveBeenCalledTimes(3)
  })

  test('asks nobody for another refusal', async () => {
    asked.mockResolvedValueOnce(refusal(403, 'not_permitted'))

    await problemOf(client.send('PATCH', '/x'))

    expect(confirm).not.toHaveBeenCalled()
  })
})
