"""Django settings. Everything that differs per installation comes from the environment.

Each variable is described in ``docs/reference/settings.md``; a test holds the two together.
"""

import os
from pathlib import Path
from urllib.parse import urlsplit

import dj_database_url
from django.utils.csp import CSP

from kring.foundation.accounts.oidc import oidc_origin, oidc_provider
from kring.foundation.keys.keyring import load_keyring
from kring.foundation.ui.languages import spoken, unreviewed
from kring.rooms import room_modules

PACKAGE_DIR = Path(__file__).resolve().parent
DATA_DIR = Path(os.environ.get("KRING_DATA_DIR", "data")).resolve()
DEMO = os.environ.get("KRING_DEMO", "") == "1"
DEBUG = False
PUBLIC_URL = os.environ.get("KRING_PUBLIC_URL", "http://127.0.0.1:8000")
ALLOWED_HOSTS = os.environ.get("KRING_HOSTS", "127.0.0.1,localhost").split(",")
CSRF_TRUSTED_ORIGINS = [PUBLIC_URL] if PUBLIC_URL.startswith("https://") else []

# Keys live outside the database (kring.foundation.keys); without them nothing starts.
KEYS_FILE = Path(os.environ.get("KRING_KEYS_FILE", DATA_DIR / "keys.json"))
KEYRING = load_keyring(KEYS_FILE, create=DEMO)
SECRET_KEY = KEYRING.django_secret
FILES_DIR = Path(os.environ.get("KRING_FILES_DIR", DATA_DIR / "files"))
ANCHOR_DIR = Path(os.environ.get("KRING_ANCHOR_DIR", DATA_DIR / "anchors"))

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "django_cotton",
    "django_htmx",
    "lucide",
    *room_modules(),
    # After the rooms, so that the templates of the accounts room come first.
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
]

MIDDLEWARE = [
    "kring.foundation.journal.middleware.ClockMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "kring.foundation.ui.middleware.VerbMiddleware",
    "kring.foundation.ui.middleware.RequestSizeMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "kring.foundation.accounts.middleware.SessionTimesMiddleware",
    "kring.foundation.accounts.middleware.OwnLanguageMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "kring.foundation.accounts.middleware.SecondFactorMiddleware",
    "kring.trust.access.middleware.ReaderMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    # It sees the page as it was made, before anything leaves.
    "kring.foundation.journal.middleware.ReadJournalMiddleware",
    # Inside it: a page past the cap is not shown, so nobody on it was looked at.
    "kring.trust.access.middleware.LookCapMiddleware",
]

ROOT_URLCONF = "kring.urls"
WSGI_APPLICATION = "kring.wsgi.application"
AUTH_USER_MODEL = "accounts.Account"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {
            # Named here in full, else django-cotton rewrites this setting while Django starts.
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    [
                        "django_cotton.cotton_loader.Loader",
                        "django.template.loaders.filesystem.Loader",
                        "django.template.loaders.app_directories.Loader",
                    ],
                )
            ],
            # Django's own tags, with what one language always says looked up once.
            "libraries": {"i18n": "kring.foundation.ui.templatetags.said"},
            "builtins": [
                "django_cotton.templatetags.cotton",
                "kring.foundation.ui.templatetags.ui",
                "kring.foundation.ui.templatetags.kept",
                "kring.foundation.ui.templatetags.components",
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.csp",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "kring.foundation.ui.context.page_frame",
                "kring.web.shell.context.shell",
            ],
        },
    }
]

# The library of that name above stands in the place of Django's own, on purpose.
SILENCED_SYSTEM_CHECKS = ["templates.W003"]

FORM_RENDERER = "kring.foundation.ui.renderer.ProductRenderer"
CSRF_FAILURE_VIEW = "kring.foundation.ui.errors.form_too_old"
# Where "Snel weg" leads: a page that says nothing about who reads it.
QUICK_EXIT_URL = os.environ.get("KRING_QUICK_EXIT_URL", "https://www.meteo.be/")
HELP_LINE = os.environ.get("KRING_HELP_LINE", "0800 900 33")

_SQLITE_URL = f"sqlite:///{DATA_DIR / 'kring.sqlite3'}"
DATABASES = {"default": dj_database_url.parse(os.environ.get("DATABASE_URL", _SQLITE_URL))}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
            "PRAGMA secure_delete=ON; PRAGMA cache_size=-65536; PRAGMA temp_store=MEMORY"
        ),
    }
else:
    DATABASES["default"]["CONN_MAX_AGE"] = 600
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
    DATABASES["default"]["ENGINE"] = "kring.foundation.records.postgresql"
    DATABASES["default"]["OPTIONS"] = {"server_side_binding": True}

PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
PASSWORD_RESET_TIMEOUT = 3600
AUTHENTICATION_BACKENDS = [
    "kring.foundation.accounts.sessions.AccountBackend",
    "kring.foundation.accounts.sessions.DoorBackend",
]

# The door (kring.foundation.accounts): sessions, limits, second factor, external sign-in.
INVITATION_DAYS = int(os.environ.get("KRING_INVITATION_DAYS", "7"))
SESSION_IDLE_MINUTES = int(os.environ.get("KRING_SESSION_IDLE_MINUTES", "15"))
SESSION_HOURS = int(os.environ.get("KRING_SESSION_HOURS", "12"))
SESSION_ENGINE = "kring.foundation.accounts.sessions"
SESSION_COOKIE_AGE = SESSION_HOURS * 3600
CACHES = {"default": {"BACKEND": "kring.foundation.accounts.shared_cache.SharedCache"}}
ALLAUTH_TRUSTED_PROXY_COUNT = int(os.environ.get("KRING_PROXIES", "0"))
ACCOUNT_ADAPTER = "kring.foundation.accounts.adapters.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGIN_ON_PASSWORD_RESET = True
ACCOUNT_LOGOUT_REDIRECT_URL = LOGIN_URL
ACCOUNT_RATE_LIMITS = {"login": "30/m/ip", "login_failed": "20/m/ip,6/m/key"}
MFA_ADAPTER = "kring.foundation.accounts.adapters.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
ACCOUNT_FORMS = {"login": "kring.foundation.accounts.forms.SignInForm"}
MFA_FORMS = {"activate_totp": "kring.foundation.accounts.forms.AppCodeForm"}
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Kring"
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not PUBLIC_URL.startswith("https://")
SOCIALACCOUNT_ADAPTER = "kring.foundation.accounts.adapters.ExternalAdapter"
OIDC_ISSUER = os.environ.get("KRING_OIDC_ISSUER", "")
OIDC_STRONG_WORDS = os.environ.get("KRING_OIDC_STRONG", "").split()
SOCIALACCOUNT_PROVIDERS = oidc_provider(os.environ)

LANGUAGE_CODE = "nl"
LANGUAGES = spoken(PACKAGE_DIR / "locale")
UNREVIEWED_LANGUAGES = unreviewed(PACKAGE_DIR / "locale")
LOCALE_PATHS = [PACKAGE_DIR / "locale"]
USE_TZ = True
TIME_ZONE = "Europe/Brussels"

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "kring.foundation.ui.storage.FingerprintStorage"},
}
WHITENOISE_USE_FINDERS = True  # what is not collected is still served, under its plain name

SECURE_CSP = {
    "default-src": [CSP.SELF],
    "img-src": [CSP.SELF, "data:"],
    "script-src": [CSP.SELF],
    "style-src": [CSP.SELF],
    "object-src": [CSP.NONE],
    "base-uri": [CSP.NONE],
    "frame-ancestors": [CSP.NONE],
    # A form that starts an external sign-in is sent on to that provider.
    "form-action": [CSP.SELF, *oidc_origin(OIDC_ISSUER)],
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = PUBLIC_URL.startswith("https://")
DEVICE_COOKIE_NAME = "kring_device"
if PUBLIC_URL.startswith("https://"):
    SESSION_COOKIE_NAME = "__Host-kring"
    CSRF_COOKIE_NAME = "__Host-kring-form"
    DEVICE_COOKIE_NAME = "__Host-kring-device"
    SECURE_HSTS_SECONDS = 31_536_000
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# Messages out: neutral, through the outbox. Without a server they wait; the demo writes files.
SMTP_URL = os.environ.get("KRING_SMTP_URL", f"file://{DATA_DIR / 'mail'}" if DEMO else "")
SMTP_TIMEOUT = float(os.environ.get("KRING_SMTP_TIMEOUT", "10"))
MAIL_FROM = os.environ.get("KRING_MAIL_FROM", f"bericht@{urlsplit(PUBLIC_URL).hostname}")
_DEMO_SMS = "kring.foundation.outbox.sms.FileGateway"
SMS_GATEWAY = os.environ.get("KRING_SMS_GATEWAY", _DEMO_SMS if DEMO else "")
SMS_DIR = Path(os.environ.get("KRING_SMS_DIR", DATA_DIR / "sms"))

DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500
REQUEST_MAX_BYTES = 12 * 1024 * 1024  # the largest file that may be loaded, and its form
FILE_UPLOAD_MAX_MEMORY_SIZE = REQUEST_MAX_BYTES  # no document ever lies open in a temporary file

# What breaks is told on standard error, without the words of anybody.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"wordless": {"()": "kring.error_log.WordlessFormatter"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "wordless"}},
    "loggers": {"django.request": {"handlers": ["stderr"], "level": "ERROR", "propagate": False}},
    # without it Python itself writes what is left, with the words of the exception
    "root": {"handlers": ["stderr"], "level": "WARNING"},
}

# an answer about a new password, or to who wants to help along, leaves this long after it was asked
EVEN_ANSWER_SECONDS = 0.4
