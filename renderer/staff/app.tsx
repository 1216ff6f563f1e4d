import { Center } from "@mantine/core";
import { Activity, lazy, Suspense } from "react";
import { Redirect, Route, Router, Switch } from "wouter";
import { ErrorBoundary } from "../ui/error-boundary.tsx";
import { ErrorState, Loading } from "../ui/states.tsx";
import { HelpDrawer } from "./aide/help-drawer.tsx";
import { CourrielsScreen } from "./courriels/index.tsx";
import { Dashboard } from "./dashboard/index.tsx";
import { DossierScreen } from "./dossier/index.tsx";
import { DossiersScreen } from "./dossiers/index.tsx";
import { FormationScreen, NewFormationScreen } from "./formations/editor/index.tsx";
import { FormationsScreen } from "./formations/formations-list.tsx";
import { PosteProvider } from "./poste/anywhere.tsx";
import { ReglagesScreen } from "./reglages/index.tsx";
import { report } from "./report.ts";
import { FirstStart } from "./session/first-start.tsx";
import { ForcedChange } from "./session/forced-change.tsx";
import { LockScreen } from "./session/lock-screen.tsx";
import { SessionProvider, useSession } from "./session/session.tsx";
import { SignIn } from "./session/sign-in.tsx";
import { useHashPath } from "./shell/location.ts";
import { Shell } from "./shell/shell.tsx";

/** The guide and its reader are fetched when somebody opens them. */
const AideScreen = lazy(async () => ({ default: (await import("./aide/index.tsx")).AideScreen }));

export const App = () => (
  <Router hook={useHashPath}>
    <SessionProvider
      fallback={({ error, retry }) => (
        <Center mih="100vh" p="xl">
          {error ? (
            <ErrorState error={error} title="Cactus ne répond pas" onRetry={retry} />
          ) : (
            <Loading label="Ouverture de Cactus…" />
          )}
        </Center>
      )}
    >
      <PosteProvider>
        <Door />
        <HelpDrawer />
      </PosteProvider>
    </SessionProvider>
  </Router>
);

const Door = () => {
  const { etat, compte, locked, mustChange } = useSession();
  if (!compte) return etat.premierDemarrage ? <FirstStart /> : <SignIn />;
  if (mustChange && !locked) return <ForcedChange />;
  return (
    <>
      {/* Locked, the screens stay as they were left: nothing typed is lost, nothing is fetched. */}
      <Activity mode={locked ? "hidden" : "visible"}>
        <Shell key={compte.id}>
          <ErrorBoundary report={report}>
            <Screens />
          </ErrorBoundary>
        </Shell>
      </Activity>
      {locked ? <LockScreen /> : null}
    </>
  );
};

const Screens = () => (
  <Switch>
    <Route path="/" component={Dashboard} />
    <Route path="/dossiers" component={DossiersScreen} />
    <Route path="/dossiers/:id">{({ id }) => <DossierScreen key={id} id={id} />}</Route>
    <Route path="/formations" component={FormationsScreen} />
    <Route path="/formations/nouvelle" component={NewFormationScreen} />
    <Route path="/formations/:id">{({ id }) => <FormationScreen key={id} id={id} />}</Route>
    <Route path="/courriels" component={CourrielsScreen} />
    <Route path="/reglages">
      <ReglagesScreen />
    </Route>
    <Route path="/reglages/:part">{({ part }) => <ReglagesScreen part={part} />}</Route>
    <Route path="/aide/:page?">
      {({ page }) => (
        <Suspense fallback={<Loading label="Ouverture de l’aide…" />}>
          <AideScreen page={page} />
        </Suspense>
      )}
    </Route>
    <Route>
      <Redirect to="/" replace />
    </Route>
  </Switch>
);
