/** The explanation as a piece of its own, fetched after the board above it. */
export { HowSharingWorks as default } from '@/ui/funding/HowSharingWorks'
