import type zh from '../zh/drift'
import type { Translated } from '../translated'

export default {} satisfies Translated<typeof zh>
