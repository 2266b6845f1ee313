import type zh from '../zh/batches'
import type { Translated } from '../translated'

export default {} satisfies Translated<typeof zh>
