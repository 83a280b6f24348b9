import { HttpResponse, http } from 'msw'
import type { InvitationPreview } from '../../types'
import { base, problem } from '../answers'
import { ago } from '../invented/basics'
import { organizationRef } from '../invented/organizations'

export const previewInvitation = http.post<never, { token: string }>(
  `${base}/invitations/preview`,
  async ({ request }) => {
    const { token } = await request.json()
    if (token === 'used') return problem(400, 'invitation_invalid')
    const preview: InvitationPreview = {
      organization: organizationRef,
      role: 'champion',
      pledge_limit: '2500.00',
      email: 'ines@tidewater.example',
      invited_by: 'Marit Solheim',
      expires_at: ago(-6),
      has_account: token === 'known',
    }
    return HttpResponse.json(preview)
  },
)
