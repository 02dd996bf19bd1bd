// The connection behind sse-connect: rests while the page is hidden, comes back with growing pauses, and goes on where it stopped.
(() => {
  "use strict";
  const FIRST_PAUSE = 1000;
  const LONGEST_PAUSE = 30000;

  class Stream extends EventTarget {
    #url;
    #source = null;
    #types = new Set();
    #pause = FIRST_PAUSE;
    #closed = false;
    #later = 0;

    constructor(url) {
      super();
      this.#url = new URL(url, location.href);
      document.addEventListener("visibilitychange", this.#look);
      this.#look();
    }

    addEventListener(type, listener, options) {
      super.addEventListener(type, listener, options);
      this.#types.add(type);
      this.#source?.addEventListener(type, this.#pass);
    }

    close() {
      this.#closed = true;
      this.#rest();
      document.removeEventListener("visibilitychange", this.#look);
    }

    #look = () => {
      if (document.visibilityState === "hidden") {
        this.#rest();
      } else if (!this.#source && !this.#closed) {
        this.#open();
      }
    };

    #rest() {
      clearTimeout(this.#later);
      this.#source?.close();
      this.#source = null;
      this.#say(false);
    }

    #open() {
      const source = new EventSource(this.#url);
      this.#source = source;
      for (const type of this.#types) {
        source.addEventListener(type, this.#pass);
      }
      source.onopen = () => {
        this.#pause = FIRST_PAUSE;
        this.#say(true);
      };
      source.onerror = () => {
        this.#say(false);
        // Otherwise the browser is at it already.
        if (source.readyState === EventSource.CLOSED && source === this.#source) {
          this.#source = null;
          this.#later = setTimeout(this.#look, this.#pause * (0.5 + Math.random()));
          this.#pause = Math.min(LONGEST_PAUSE, this.#pause * 2);
        }
      };
    }

    #pass = (event) => {
      if (event.lastEventId) {
        this.#url.searchParams.set("after", event.lastEventId);
      }
      this.dispatchEvent(new MessageEvent(event.type, { data: event.data, lastEventId: event.lastEventId }));
    };

    #say(open) {
      document.documentElement.dataset.stream = this.#closed ? "over" : open ? "open" : "waiting";
    }
  }

  htmx.createEventSource = (url) => new Stream(url);
})();
