import { surfaceAaguids } from '@latchkey/api/authenticator'
import { ownModels } from '@latchkey/identity'
import { expect, test } from 'vitest'

test('surfaces say of themselves what their certificates say of them', () => {
  expect(surfaceAaguids).toEqual(
    Object.fromEntries(ownModels.map(({ surface, aaguid }) => [surface, aaguid])),
  )
})
