import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { useAction } from '@/api/action'
import { api } from '@/api/client'
import { answer } from '@/api/problem'
import { Button } from '@/ui/Button'
import { FormFailure } from '@/ui/form/FormFailure'
import { Logo } from '@/ui/Logo'
import { toast } from '@/ui/toast'
import { useOrganization } from '../queries/use-organization'

/** Takes a picture and sends it as it is; the API draws it anew and keeps nothing of the original file. */
export function LogoSettings() {
  const { t } = useLingui()
  const { slug, name, logo_url } = useOrganization()
  const queryClient = useQueryClient()
  const picker = useRef<HTMLInputElement>(null)
  const refresh = () => queryClient.invalidateQueries({ queryKey: ['organizations'] })

  const upload = useAction(
    (file: File, headers) =>
      answer(
        api.POST('/organizations/{slug}/logo', {
          params: { path: { slug } },
          // The file itself is the body; the generated type can only say "string".
          body: file as unknown as never,
          bodySerializer: (body) => body,
          headers: { ...headers, 'Content-Type': file.type },
        }),
      ),
    {
      onDone: async () => {
        await refresh()
        toast(t`The logo is set.`)
      },
    },
  )
  const remove = useAction(
    (_: undefined, headers) =>
      answer(api.DELETE('/organizations/{slug}/logo', { params: { path: { slug } }, headers })),
    {
      onDone: async () => {
        await refresh()
        toast(t`The logo is removed.`)
      },
    },
  )
  const failure: unknown = upload.error ?? remove.error

  return (
    <div className="grid max-w-form gap-4">
      {failure !== null && <FormFailure error={failure} />}
      <div className="flex flex-wrap items-center gap-4">
        <Logo name={name} url={logo_url} size="large" />
        <input
          ref={picker}
          type="file"
          accept="image/png,image/jpeg,image/webp"
          aria-label={t`A picture for the logo`}
          className="sr-only"
          tabIndex={-1}
          onChange={(event) => {
            const [file] = event.target.files ?? []
            event.target.value = '' // so that the same file can be chosen again after a failure
            if (file) upload.mutate(file)
          }}
        />
        <Button busy={upload.isPending} onClick={() => picker.current?.click()}>
          {logo_url ? <Trans>Replace…</Trans> : <Trans>Choose a picture…</Trans>}
        </Button>
        {logo_url && (
          <Button look="quiet" busy={remove.isPending} onClick={() => remove.mutate(undefined)}>
            <Trans>Remove it</Trans>
          </Button>
        )}
      </div>
      <p className="text-xs text-muted">
        <Trans>PNG, JPEG or WebP, at most 256 KiB. Square pictures look best.</Trans>
      </p>
    </div>
  )
}
