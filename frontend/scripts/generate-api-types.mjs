// Writes src/api/schema.ts from the published contract. The generator lives in api-types/, with the TypeScript it needs.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = fileURLToPath(new URL('..', import.meta.url))
export const schemaFile = join(here, 'src/api/schema.ts')

/** The TypeScript for the contract at `openapi`, with paths relative to the API's base. */
export function generate(openapi = process.env.COFUND_OPENAPI ?? join(here, '../openapi/openapi.json')) {
  const bin = join(here, 'api-types/node_modules/.bin/openapi-typescript')
  if (!existsSync(bin)) execFileSync('npm', ['ci', '--prefix', join(here, 'api-types')], { stdio: 'inherit' })

  const contract = JSON.parse(readFileSync(openapi, 'utf8'))
  // The client adds the base itself, so that a call reads `api.GET('/me')`.
  contract.paths = Object.fromEntries(
    Object.entries(contract.paths).map(([path, item]) => [path.replace(/^\/api\/v1(?=\/)/, ''), item]),
  )
  const folder = mkdtempSync(join(tmpdir(), 'cofund-api-'))
  try {
    writeFileSync(join(folder, 'openapi.json'), JSON.stringify(contract))
    execFileSync(bin, [join(folder, 'openapi.json'), '-o', join(folder, 'schema.ts'), '--empty-objects-unknown'], {
      stdio: 'pipe',
    })
    return readFileSync(join(folder, 'schema.ts'), 'utf8')
  } finally {
    rmSync(folder, { recursive: true })
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(schemaFile, generate())
  console.log('src/api/schema.ts follows openapi/openapi.json')
}
