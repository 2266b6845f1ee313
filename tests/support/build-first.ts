import { ensureBuild } from '../../electron/launch/ensure-build.ts'

/** Before the end-to-end tests: they run the built application. */
export default ensureBuild
