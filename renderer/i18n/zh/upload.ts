export default {
  choose: '选择图片，或拖到这里',
  chooseOther: '换一张',
  preview: '{label}的预览',
  unreadable: '这个文件不是能打开的图片',
  limits: 'png 或 jpeg，不超过 {size}',
  preparing: '{size} / {max} · 正在准备 {percent}%',
  remove: '移除',
  iconPreview: '新图标的预览',
  crop: {
    tools: '调整图片',
    zoomIn: '放大',
    zoomOut: '缩小',
    left: '图片向左',
    right: '图片向右',
    up: '图片向上',
    down: '图片向下',
    reset: '还原',
    failed: '图片没有裁出来，请换一张图片',
    typeNeeded: '要 png 或 jpeg 图片',
    empty: '这个文件是空的',
    tooBig: '图片 {size}，超过 {max}，请先缩小'
  },
  sending: {
    waiting: '等待发送',
    delivered: '已送达，等平台回答',
    cancel: '取消发送',
    cancelling: '正在取消',
    tooLate: '已经交给平台，不能取消了',
    file: '正在发送第 {number} 个文件，共 {count} 个：{name}',
    cancelled: '已取消发送，没有任何改动；没发完的那个文件已经去掉，其余的还在，补上后可以再提交。'
  }
} as const
