/** How long to wait before asking again for a stream that was refused, not only cut off. */
const patience = [2_000, 5_000, 15_000, 60_000] as const

type Listener<Data> = {
  /** The stream stands. What happened before it did was not told. */
  onOpen?: () => void
  onEvent: (data: Data) => void
}

/**
 * Listens to a stream of server-sent events until the answer is called. The browser comes back by itself after a cut;
 * after a refusal we do. A page that nobody sees holds no stream: browsers have few connections for all their tabs.
 * A stream from before the device was offline may be dead without anybody having been told, so it is opened anew.
 */
export function listen<Data>(address: string, event: string, { onOpen, onEvent }: Listener<Data>): () => void {
  let source: EventSource | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let refusals = 0

  function open() {
    close()
    source = new EventSource(address)
    source.addEventListener('open', () => {
      refusals = 0
      onOpen?.()
    })
    source.addEventListener(event, ({ data }: MessageEvent<string>) => onEvent(JSON.parse(data) as Data))
    source.addEventListener('error', () => {
      if (source?.readyState !== EventSource.CLOSED) return
      timer = setTimeout(open, patience[Math.min(refusals, patience.length - 1)])
      refusals += 1
    })
  }
  function close() {
    clearTimeout(timer)
    source?.close()
    source = null
  }
  function followVisibility() {
    if (document.hidden) close()
    else if (!source) open()
  }
  function followConnection() {
    if (!document.hidden) open()
  }

  if (!document.hidden) open()
  document.addEventListener('visibilitychange', followVisibility)
  window.addEventListener('online', followConnection)
  return () => {
    window.removeEventListener('online', followConnection)
    document.removeEventListener('visibilitychange', followVisibility)
    close()
  }
}
