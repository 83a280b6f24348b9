import { valibotResolver } from '@hookform/resolvers/valibot'
import { type ReactNode, useState } from 'react'
import { type DefaultValues, type FieldValues, FormProvider, type UseFormReturn, useForm } from 'react-hook-form'
import type * as v from 'valibot'
import { classes } from '@/lib/classes'
import { FormFailure } from './FormFailure'
import { landErrors } from './land-errors'

/** A form whose values have the schema's shape. It is filled anew when `values` change, as they do after a save. */
export function useValidForm<Input extends FieldValues, Output>(
  schema: v.GenericSchema<Input, Output>,
  values: NoInfer<Input>,
): UseFormReturn<Input, unknown, Output> {
  return useForm<Input, unknown, Output>({
    resolver: valibotResolver(schema),
    defaultValues: values as DefaultValues<Input>,
    values,
  })
}

type Props<Input extends FieldValues, Output> = {
  form: UseFormReturn<Input, unknown, Output>
  onSubmit: (values: Output) => Promise<unknown>
  /** Fetches what the form was filled from, for when somebody else changed it meanwhile. */
  onReload?: () => unknown
  className?: string
  children: ReactNode
}

/** Submits once at a time, puts what the API objects to on its field, and says the rest above the fields. */
export function Form<Input extends FieldValues, Output>(props: Props<Input, Output>) {
  const { form, onSubmit, onReload, className, children } = props
  const [failure, setFailure] = useState<unknown>(null)

  const submit = form.handleSubmit(async (values) => {
    setFailure(null)
    try {
      await onSubmit(values)
    } catch (error) {
      if (!landErrors(form, error)) setFailure(error)
    }
  })

  return (
    <FormProvider {...form}>
      <form
        noValidate
        className={classes('grid gap-5', className)}
        onSubmit={(event) => {
          event.stopPropagation() // a form in a dialog in a form's page submits itself alone
          if (form.formState.isSubmitting) event.preventDefault()
          else void submit(event)
        }}
      >
        {failure !== null && (
          <FormFailure
            error={failure}
            onReload={
              onReload &&
              (async () => {
                await onReload()
                form.reset() // also where their version shows the same as the one before
                setFailure(null)
              })
            }
          />
        )}
        {children}
      </form>
    </FormProvider>
  )
}
