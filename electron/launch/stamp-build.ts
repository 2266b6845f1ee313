/** The end of `npm run build`. */
import { root } from './project.ts'
import { stampBuild } from './source-digest.ts'

stampBuild(root)
