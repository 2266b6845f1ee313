import type zh from '../zh/palette'
import type { Translated } from '../translated'

export default {} satisfies Translated<typeof zh>
