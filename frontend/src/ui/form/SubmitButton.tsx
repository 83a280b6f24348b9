import type { ComponentProps } from 'react'
import { useFormContext, useFormState } from 'react-hook-form'
import { Button } from '../Button'

/** Sends the form around it, and shows that it is being sent. */
export function SubmitButton(props: ComponentProps<typeof Button>) {
  const { control } = useFormContext()
  const { isSubmitting } = useFormState({ control })
  return <Button type="submit" look="primary" busy={isSubmitting} {...props} />
}
