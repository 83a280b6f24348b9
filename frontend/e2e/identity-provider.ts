import { createServer } from 'node:http'
import { Provider } from 'oidc-provider'
import { afterAll, beforeAll } from 'vitest'
import { provider as issuer, url } from './stage'

type Account = { sub: string; email: string; email_verified: boolean; name: string }

/** Who comes to the provider next; nobody types a password there. */
export const next: { account: Account | null } = { account: null }

/** A certified OpenID provider where the product has been told to find one. */
export function campus() {
  const accounts = new Map<string, Account>()
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'cofund',
        client_secret: 'hush',
        redirect_uris: [`${url}/api/v1/auth/oidc/campus/callback`],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    cookies: { keys: ['journeys'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ ...accounts.get(id), sub: id }) }),
    // Consent is the provider's affair, and not what these journeys are about.
    async loadExistingGrant(ctx) {
      const grant = new ctx.oidc.provider.Grant({
        clientId: ctx.oidc.client?.clientId,
        accountId: ctx.oidc.session?.accountId,
      })
      grant.addOIDCScope('openid email profile')
      await grant.save()
      return grant
    },
  })
  const app = provider.callback()
  const server = createServer((request, response) => {
    if (!request.url?.startsWith('/interaction/')) return app(request, response)
    const { account } = next
    if (!account) {
      const no = { error: 'access_denied', error_description: 'nobody is here' }
      return void provider.interactionFinished(request, response, no)
    }
    accounts.set(account.sub, account)
    void provider.interactionFinished(request, response, { login: { accountId: account.sub, remember: false } })
  })
  beforeAll(() => new Promise<void>((ready) => server.listen(Number(new URL(issuer).port), '127.0.0.1', ready)))
  afterAll(() => {
    server.close()
    // Browsers keep a line open for what might come.
    server.closeAllConnections()
  })
}
