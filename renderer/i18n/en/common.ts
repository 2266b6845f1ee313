import type zh from '../zh/common'
import type { Translated } from '../translated'

export default {} satisfies Translated<typeof zh>
