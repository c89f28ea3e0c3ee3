import { hrefOf, place, SCREENS, type ScreenName } from '../router.ts';
import { frameText, SCREEN_NAMES } from '../text/frame.ts';

interface NavigationProps {
  /** What waits for the person, by screen. */
  waiting: Partial<Record<ScreenName, number>>;
}

export const Navigation = ({ waiting }: NavigationProps) => (
  <nav class="nav" aria-label={frameText.navigation}>
    <div class="nav-brand">
      <img src="./icons/estafeta.svg" alt="" />
      Estafeta
    </div>
    <ul class="nav-list">
      {SCREENS.map((screen) => (
        <li key={screen}>
          <a
            class="nav-link"
            href={hrefOf({ screen })}
            aria-current={place.value.screen === screen ? 'page' : undefined}
          >
            {SCREEN_NAMES[screen]}
            {(waiting[screen] ?? 0) > 0 && <span class="nav-count">{waiting[screen]}</span>}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);
