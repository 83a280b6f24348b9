// Fails when src/api/schema.ts is not what the committed contract generates.
import { readFileSync } from 'node:fs'
import { generate, schemaFile } from './generate-api-types.mjs'

if (generate() !== readFileSync(schemaFile, 'utf8')) {
  console.error('src/api/schema.ts differs from openapi/openapi.json: run `npm run api:generate` and commit it.')
  process.exit(1)
}
