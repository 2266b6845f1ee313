import type zh from '../zh/capabilities'
import type { Translated } from '../translated'

export default {} satisfies Translated<typeof zh>
