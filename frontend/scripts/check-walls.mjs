// `npm run lint`: holds the walls described in walls.mjs.
import { fileURLToPath } from 'node:url'
import { brokenWalls } from './walls.mjs'

const broken = brokenWalls(fileURLToPath(new URL('../src', import.meta.url)))
for (const sentence of broken) console.error(sentence)
if (broken.length > 0) process.exit(1)
console.log('imports run one way')
