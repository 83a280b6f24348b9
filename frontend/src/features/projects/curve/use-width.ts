import { useEffect, useRef, useState } from 'react'

/** How wide an element is, so that a drawing in it keeps its letters at their size on every screen. */
export function useWidth<Kind extends Element>(before: number) {
  const element = useRef<Kind>(null)
  const [width, setWidth] = useState(before)
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => {
      if (entry && entry.contentRect.width > 0) setWidth(Math.floor(entry.contentRect.width))
    })
    if (element.current) observer.observe(element.current)
    return () => observer.disconnect()
  }, [])
  return [element, width] as const
}
