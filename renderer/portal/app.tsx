import { ErrorBoundary } from "../ui/error-boundary.tsx";
import { ChoosePassword } from "./account/choose-password.tsx";
import { ConfirmSignUp } from "./account/confirm-sign-up.tsx";
import { ForgottenPassword } from "./account/forgotten-password.tsx";
import { ResetPassword } from "./account/reset-password.tsx";
import { DossierScreen } from "./dossier/index.tsx";
import { DossierList } from "./dossier-list.tsx";
import { Frame } from "./frame.tsx";
import { report } from "./report.ts";
import { useRoute } from "./route.ts";
import { SessionProvider, useSession } from "./session.tsx";
import { Welcome } from "./welcome/index.tsx";

const Routes = () => {
  const { personne } = useSession();
  const [first, second] = useRoute();
  if (first === "mot-de-passe" && second) return <ResetPassword token={second} />;
  if (first === "inscription" && second) return <ConfirmSignUp token={second} />;
  if (first === "mot-de-passe-oublie") return <ForgottenPassword />;
  if (!personne) return <Welcome />;
  if (personne.aChanger) return <ChoosePassword />;
  if (first === "mon-mot-de-passe") return <ChoosePassword />;
  return (
    <Frame>
      <ErrorBoundary report={report}>
        {first === "dossiers" && second ? <DossierScreen key={second} id={second} /> : <DossierList />}
      </ErrorBoundary>
    </Frame>
  );
};

/** The portal: alternants, companies and heads of formation do their part here. */
export const App = () => (
  <SessionProvider>
    <Routes />
  </SessionProvider>
);
