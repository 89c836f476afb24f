import type { LucideIcon } from 'lucide-react';
import styles from './icon.module.css';

/** A lucide icon, 20 px (stroke 1.75) or small 16 px (stroke 2). Always decorative: put a word beside it. */
export function Icon({ of: Shape, small = false }: { readonly of: LucideIcon; readonly small?: boolean }) {
  return small ? (
    <Shape className={styles.small} size={16} strokeWidth={2} aria-hidden />
  ) : (
    <Shape className={styles.icon} size={20} strokeWidth={1.75} aria-hidden />
  );
}
