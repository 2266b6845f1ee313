export default {
  /** A label and what belongs to it. */
  labelled: '{label}：{text}',
  cancel: '取消',
  connection: {
    message: '操作没有完成',
    reason: '页面和主程序的连接断了',
    nextStep: '请重新打开程序；已经开始的操作会继续，并能在商家页看到结果'
  },
  retry: '重试',
  audit: {
    inReview: '审核中',
    passed: '已通过',
    rejected: '未通过',
    withdrawn: '已撤回',
    released: '已发布'
  },
  copy: {
    copied: '已复制',
    failed: '没有复制成功，请选中后手动复制',
    click: '点击复制',
    clickNamed: '点击复制 {label}',
    name: '{text},{hint}',
    nameLabelled: '{label} {text},{hint}'
  },
  error: {
    wait: '还要等 {n} 秒',
    platformCode: '平台代码 {code}',
    copyForSupport: '复制给平台客服',
    support: {
      merchant: '商家：{name}({appId})',
      problem: '问题：{text}',
      reason: '原因：{text}',
      platformCode: '平台代码：{code}',
      platformMessage: '平台信息：{text}'
    }
  },
  filter: {
    chosen: '{title}：{names}',
    clearOne: '取消筛选 {title}'
  },
  qr: {
    tooLong: '链接太长，画不成二维码，请复制链接。'
  },
  time: {
    never: '从未',
    justNow: '刚刚',
    soon: '马上',
    minutesAgo: '{n} 分钟前',
    hoursAgo: '{n} 小时前',
    daysAgo: '{n} 天前',
    inMinutes: '{n} 分钟后',
    inHours: '{n} 小时后',
    inDays: '{n} 天后',
    exact: '{china}（中国时间）· 本机时间 {local}'
  },
  loseInput: {
    title: '放弃修改？',
    text: '修改的域名还没有提交，离开后会丢失。',
    discard: '放弃修改'
  },
  stage: {
    latest: '测试',
    audit: '审核',
    gray: '灰度',
    current: '线上'
  },
  verb: {
    upload: '上传新版本',
    submit: '提审',
    resubmit: '再次提审',
    withdraw: '撤回',
    release: '发布',
    rollback: '回退'
  },
  appState: {
    notPublished: '未上线',
    published: '已上线',
    offline: '已下架'
  },
  authorization: {
    authorized: '授权有效',
    lost: '授权失效',
    unknown: '授权未核实'
  },
  setting: {
    intended: '正在发送',
    done: '平台已接受',
    refused: '没有成功',
    notCarriedOut: '没有执行',
    unknown: '结果未确认'
  },
  profileAudit: {
    inReview: '审核中',
    approved: '已通过',
    rejected: '未通过',
    expired: '名称已失效'
  },
  file: {
    notReady: '图片没有准备好',
    wrongType: '平台只收 png 和 jpeg 图片',
    chooseOther: '请换一张图片',
    cancelled: '已取消',
    chooseWhenNeeded: '需要时请重新选择',
    unreadable: '文件读不出来，可能已被移动或改动',
    chooseAgain: '请重新选择',
    chooseAgainOrTell: '请重新选择；如果再次出现，请把日志发给开发者',
    incomplete: '文件没有收全',
    typeNeeded: '要 png 或 jpeg 图片',
    empty: '这个文件是空的',
    tooBig: '图片 {size}，超过平台的 {limit}'
  }
} as const
