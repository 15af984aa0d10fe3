import type { ServerPlugin } from '../server-deps.ts'

/** How long browsers and password managers may keep these. */
const keep = 'public, max-age=3600'

/** What browsers and password managers look for at fixed addresses. */
export const wellKnownRoutes: ServerPlugin = async (app, { deps }) => {
  const { config, rp } = deps
  const url = (path: string) => new URL(path, config.url).href

  /** Where passkeys are made and kept. @see https://www.w3.org/TR/passkey-endpoints/ */
  app.get('/.well-known/passkey-endpoints', async (_, reply) =>
    reply
      .header('cache-control', keep)
      .send({ enroll: url('/security-info'), manage: url('/security-info') }),
  )

  /** The origins that may use our RP ID. @see https://www.w3.org/TR/webauthn-3/#sctn-related-origins */
  app.get('/.well-known/webauthn', async (_, reply) =>
    reply.header('cache-control', keep).send({ origins: rp.origins }),
  )

  /** @see https://www.w3.org/TR/change-password-url/ */
  app.get('/.well-known/change-password', async (_, reply) => reply.redirect('/security-info'))
}
