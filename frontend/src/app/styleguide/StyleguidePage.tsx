/** Every component in its states, light and dark. Only development builds have this page, and it speaks English only. */
import { Page } from '@/ui/Page'
import { Basics } from './Basics'
import { Dialogs } from './Dialogs'
import { Forms } from './Forms'
import { FundingParts } from './FundingParts'

export default function StyleguidePage() {
  return (
    <Page title="Style guide" lead="What the product is made of, in light and in dark.">
      <FundingParts />
      <Basics />
      <Dialogs />
      <Forms />
    </Page>
  )
}
