// No amount becomes a float: money is a decimal string, reckoned with in bigint (src/lib/money.ts).
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync, traverse } from '@babel/core'

/** Files that may turn text into a number, each with its reason. None of them may do so with an amount. */
const mayCount = {
  'lib/count.ts': 'how many of something, such as institutions or years',
  'lib/scale.ts': 'an amount as a place on the screen; nothing read or sent comes from there',
  'features/editor/content/hours.ts': 'hours of work',
  'features/desk/components/quarters.ts': 'years and quarters',
}

/** What the API calls its amounts. `+` would put two of them beside each other, as text. */
const amounts = new Set(
  (
    'amount ceiling ceilings collected funded gap goal goal_high goal_low level minimum_pledge pledge_limit pledged ' +
    'price remaining share signed tipping_point waiting yearly_ceiling'
  ).split(' '),
)
const intoNumbers = new Set(['Number', 'parseFloat', 'parseInt'])

/** Every place under `src` where an amount could become a float, as sentences. */
export function floats(src) {
  return readdirSync(src, { recursive: true })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|^api\/(schema|mocks)/.test(file) && !(file in mayCount))
    .flatMap((file) => floatsIn(readFileSync(join(src, file), 'utf8'), file))
}

/** The same for one text. */
export function floatsIn(text, file) {
  const found = []
  const tell = ({ loc }, what) => found.push(`${file}:${loc.start.line} ${what}`)
  const plugins = file.endsWith('x') ? ['typescript', 'jsx'] : ['typescript']
  const tree = parseSync(text, { filename: file, babelrc: false, configFile: false, parserOpts: { plugins } })
  traverse(tree, {
    'CallExpression|NewExpression'({ node }) {
      const name = converts(node.callee)
      if (name) tell(node, `makes a number of a text with ${name}()`)
    },
    UnaryExpression({ node }) {
      if (node.operator === '+') tell(node, 'makes a number of a text with +')
    },
    MemberExpression({ node }) {
      if (node.property.name === 'valueAsNumber') tell(node, 'reads a field as a number')
    },
    'BinaryExpression|AssignmentExpression'({ node }) {
      const sides = [node.left, node.right].map(amountOf).filter(Boolean)
      if (/^[-+*/%]/.test(node.operator) && sides.length > 0) tell(node, `reckons with ${sides.join(' and ')} as it is`)
    },
  })
  return found
}

/** The name of what makes a number of a text, where a call is one: `Number`, `Number.parseFloat`, `window.parseInt`. */
function converts(callee) {
  if (callee.type === 'Identifier') return intoNumbers.has(callee.name) ? callee.name : null
  if (callee.type !== 'MemberExpression' || !intoNumbers.has(callee.property.name)) return null
  return callee.property.name
}

/** The amount that an operand is: `pledge.amount`, or a variable of that name. */
function amountOf(node) {
  const name =
    node.type === 'Identifier' ? node.name : node.type.endsWith('MemberExpression') ? node.property.name : null
  return name && amounts.has(name) ? name : null
}
