import { classNames } from './class-names.ts';
import { initialsOf } from './initials.ts';
import styles from './avatar.module.css';

type AvatarProps = {
  readonly name: string;
  readonly isMe?: boolean;
  readonly size?: 'small' | 'medium' | 'large';
};

/** Initials in a circle; decorative, the name stands beside it. Mine is filled. Sizes 24, 28, 36 px. */
export function Avatar({ name, isMe = false, size = 'medium' }: AvatarProps) {
  return (
    <span className={classNames(styles.avatar, styles[size], isMe && styles.me)} aria-hidden>
      {initialsOf(name)}
    </span>
  );
}

/** Avatar and name side by side, as in every list of people. */
export function PersonName({ name, label, isMe = false }: { name: string; label?: string; isMe?: boolean }) {
  return (
    <span className={styles.person} data-person>
      <Avatar name={name} isMe={isMe} size="small" />
      {label ?? name}
    </span>
  );
}
