import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { TeamId } from '@roer/domain/ids';
import { openChannel } from '../../live/listen.ts';
import type { Listening } from '../../live/listen.ts';
import { askedKey } from '../../live/asked-key.ts';
import { learningKey } from '../../live/learning-key.ts';
import { publishedKey } from '../../live/published-key.ts';
import { meQuery } from './me.ts';

/**
 * Keeps one live channel open while somebody is signed in, listening to their teams. What it tells about rights is asked
 * again; a session that ended leaves nobody behind.
 */
export const useLiveChannel = (teamIds: readonly TeamId[]): void => {
  const client = useQueryClient();
  const channel = useRef<Listening>(null);
  useEffect(() => {
    const askAboutPublished = () => void client.invalidateQueries({ queryKey: [publishedKey] });
    const askWhoIAm = () => void client.invalidateQueries({ queryKey: meQuery.queryKey });
    const askAboutLearning = () => {
      // What is not on screen would be shown once more before it is asked again, also to whom it is not for any more.
      client.removeQueries({ queryKey: [learningKey], type: 'inactive' });
      void client.invalidateQueries({ queryKey: [learningKey] });
    };
    const askAboutOrganisation = () => {
      void client.invalidateQueries({ queryKey: ['organisation'] });
      void client.invalidateQueries({ queryKey: [askedKey] });
      askAboutPublished();
      // Who shares what with whom hangs on who is in which team.
      askAboutLearning();
    };
    const opened = openChannel(client, {
      rightsChanged: () => {
        askWhoIAm();
        askAboutOrganisation();
      },
      sessionEnded: askWhoIAm,
      learningChanged: askAboutLearning,
      dashboardChanged: askAboutPublished,
      released: askAboutPublished,
      organisationChanged: askAboutOrganisation,
    });
    channel.current = opened;
    return () => {
      channel.current = null;
      opened.end();
    };
  }, [client]);
  const wanted = teamIds.join();
  useEffect(() => {
    // The join above is undone here: an effect compares its values by identity.
    channel.current?.listenTo(wanted === '' ? [] : (wanted.split(',') as TeamId[]));
  }, [wanted]);
};
